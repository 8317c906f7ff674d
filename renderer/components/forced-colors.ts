/** Where the system's colours are forced on everything: they do not reach into a drawing by themselves. */
export const FORCED_COLORS = '@media (forced-colors: active)'
