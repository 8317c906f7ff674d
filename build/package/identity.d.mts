export const appId: string
