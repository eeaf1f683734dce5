export { freshDataFolder } from './fresh-data-folder';
