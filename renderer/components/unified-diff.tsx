import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  diff: {
    margin: 0,
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowX: 'auto',
    color: tokens.colorNeutralForeground1,
  },
  line: { display: 'block', whiteSpace: 'pre', minHeight: '1.2em' },
  added: { backgroundColor: tokens.colorPaletteGreenBackground1, color: tokens.colorPaletteGreenForeground1 },
  removed: { backgroundColor: tokens.colorPaletteRedBackground1, color: tokens.colorPaletteRedForeground1 },
  place: { color: tokens.colorNeutralForeground3 },
})

/** A unified diff, as `diff -u` prints it; added and removed lines are told by their sign as well as by colour. */
export function UnifiedDiff(props: { readonly diff: string; readonly label: string }) {
  const styles = useStyles()
  const styleOf = (line: string): string | false =>
    /^(---|\+\+\+)/.test(line)
      ? styles.place
      : line.startsWith('+')
        ? styles.added
        : line.startsWith('-')
          ? styles.removed
          : line.startsWith('@@') && styles.place
  return (
    <pre className={styles.diff} aria-label={props.label} tabIndex={0} role="region">
      {props.diff
        .trimEnd()
        .split('\n')
        .map((line, index) => (
          <span key={index} className={mergeClasses(styles.line, styleOf(line))}>
            {line}
          </span>
        ))}
    </pre>
  )
}
