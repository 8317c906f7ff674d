/** The tabs of an instance, in their order; each is the end of an address. */
export const tabs = ['overview', 'replication', 'processes', 'configuration', 'log', 'console'] as const
export type Tab = (typeof tabs)[number]

/** The tab that an address names; the first one where it names none. */
export const toTab = (text: string): Tab => tabs.find((tab) => tab === text) ?? 'overview'
