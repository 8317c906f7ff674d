/** What a setting is to become; null takes it out of its file. */
export interface SettingChange {
  readonly name: string
  readonly value: string | null
}
