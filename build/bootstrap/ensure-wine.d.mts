export function whyNoWine(): string | undefined
