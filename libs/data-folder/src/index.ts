export { claimDataFolder, FolderInUse, type DataFolder } from './data-folder';
export { ownerOf, type OwnerAddress } from './owner';
