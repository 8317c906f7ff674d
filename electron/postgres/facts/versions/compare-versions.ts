const stages = ['devel', 'alpha', 'beta', 'rc']

const releaseKey = (version: string): readonly number[] => {
  const [, numbers = '', stage = '', count = ''] = /^([\d.]+?)(?:([a-z]+)(\d*))?$/.exec(version) ?? []
  const [first = 0, second = 0, third = 0] = numbers.split('.').map(Number)
  const stageRank = stage === '' ? stages.length : stages.indexOf(stage)
  // From 10 on the second number is the minor release; before it belonged to the major.
  return first >= 10
    ? [first, 0, stageRank, second, Number(count)]
    : [first, second, stageRank, third, Number(count)]
}

/** Orders versions as PostgreSQL released them: `9.6.24` < `10.1` < `18beta1` < `18.0` < `18.10`. */
export const compareVersions = (left: string, right: string): number => {
  const a = releaseKey(left)
  const b = releaseKey(right)
  const at = a.findIndex((part, index) => part !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
