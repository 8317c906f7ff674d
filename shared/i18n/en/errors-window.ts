/** What can go wrong between a window or page and the core. */
export const errorsWindow = {
  'invalid-request': {
    message: 'The request {{request}} is not one that this program knows.',
    hint: 'Reload the page: it may come from another version of the program.',
  },
  'too-many-requests': {
    message: 'This page has {{most}} requests open, and may have no more.',
    hint: 'Reload the page.',
  },
  'plan-forgotten': {
    message: 'This plan is too old to be run.',
    hint: 'Look at the plan again, then run it.',
  },
  'not-on-the-web': {
    message: 'A browser cannot do that.',
    hint: 'Copy the path and open it yourself, or use the desktop program.',
  },
  'path-not-ours': {
    message: '{{path}} belongs to no instance and not to this program.',
    hint: 'Open it in your file manager.',
  },
  'path-not-opened': {
    message: 'The system could not open {{path}}: {{reason}}',
    hint: 'Open it in your file manager.',
  },
  'not-served': {
    message: 'No page of this home is served just now.',
    hint: 'Start it: pgtandem serve',
  },
  'page-not-built': {
    message: 'The page is missing: there is no {{path}}.',
    hint: 'Build it with "npm run build", or install PgTandem again.',
  },
} as const
