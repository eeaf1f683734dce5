export { acceptVolume } from './accept-volume';
export { settleAfterLoad } from './after-load';
export { cityDay, cityNow } from './city-now';
export { describeFeed, feedContracts } from './feed-contract';
export { type FeedDay, feedDays, type FeedOverview, feedOverview } from './feed-overview';
export { dropFeedWork } from './feed-work';
export { judgeStandingFeeds } from './judge-standing-feeds';
export { prepareFeedDays } from './prepare-feed-days';
export { type PointFeed, pointFeedDays } from './point-feed-days';
