/** How the settings of access are asked for. */
export const ACCESS_SETTINGS = Symbol('access settings');
