import packageJson from '../../package.json' with { type: 'json' }

/** The version that `--version` tells and that jobs are stamped with. */
export const programVersion: string = packageJson.version
