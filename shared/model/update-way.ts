/**
 * How a newer version of the program can be had. `installs`: this one does it by itself; `by-hand` and `unsigned`: it only tells
 * (on Linux; or since nobody could tell a true update of an unsigned program from a false one); else it cannot even look:
 * it knows no address, or was not installed (a clone of the repository, a page in a browser).
 */
export type UpdateWay = 'installs' | 'by-hand' | 'unsigned' | 'no-address' | 'not-installed'

/** Whether this program can look for newer versions at all. */
export const canLookForUpdates = (way: UpdateWay): boolean =>
  way === 'installs' || way === 'by-hand' || way === 'unsigned'
