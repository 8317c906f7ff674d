/** The parts of the settings, as the address names them. */
export const sections = ['general', 'postgresql', 'folders', 'about'] as const
export type Section = (typeof sections)[number]

/** An address that names none leads to the first. */
export const toSection = (text: string): Section => sections.find((section) => section === text) ?? 'general'
