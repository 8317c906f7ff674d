/** Holds where the system's colours are forced on everything. */
export const FORCED_COLORS_QUERY = '(forced-colors: active)'

/** For styles there: those colours do not reach into a drawing by themselves. */
export const FORCED_COLORS = `@media ${FORCED_COLORS_QUERY}`
