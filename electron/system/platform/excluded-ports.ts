import { readTool } from '../process/read-tool.ts'

/** Ports that Windows keeps for itself, first and last. */
export interface PortRange {
  readonly first: number
  readonly last: number
}

/** The ranges in `netsh int ipv4 show excludedportrange protocol=tcp`: two numbers a line, whatever language the heads have. */
export const parseExcludedRanges = (text: string): readonly PortRange[] =>
  text.split('\n').flatMap((line) => {
    const [, first, last] = /^\s*(\d+)\s+(\d+)\s*\*?\s*$/.exec(line) ?? []
    return first === undefined || last === undefined ? [] : [{ first: Number(first), last: Number(last) }]
  })

/** Reads the range that a port lies in; undefined where it lies in none, or Windows does not say. */
export const readExcludedRange = async (port: number): Promise<PortRange | undefined> => {
  const args = ['int', 'ipv4', 'show', 'excludedportrange', 'protocol=tcp']
  const ranges = parseExcludedRanges((await readTool('netsh.exe', args)) ?? '')
  return ranges.find(({ first, last }) => first <= port && port <= last)
}
