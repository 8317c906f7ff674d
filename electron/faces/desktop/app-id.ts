/** The same in the installer: Windows groups windows, notifications and shortcuts by it. */
export const appId = 'pgtandem.desktop'
