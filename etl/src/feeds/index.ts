export { settleAfterLoad } from './after-load';
export { cityNow } from './city-now';
export { describeFeed, type FeedContract, feedContracts } from './feed-contract';
export { dropFeedWork } from './feed-work';
export { judgeStandingFeeds } from './judge-standing-feeds';
export { prepareFeedDays } from './prepare-feed-days';
