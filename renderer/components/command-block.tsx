import { makeStyles, tokens } from '@fluentui/react-components'
import { CopyButton } from './copy-button.tsx'

const useStyles = makeStyles({
  block: {
    display: 'flex',
    alignItems: 'flex-start',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  text: {
    flexGrow: 1,
    minWidth: 0,
    margin: 0,
    padding: tokens.spacingHorizontalS,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground1,
  },
})

/** A command as one would type it, to read and to copy. */
export function CommandBlock(props: { readonly text: string; readonly copyLabel?: string }) {
  const styles = useStyles()
  const label = props.copyLabel === undefined ? {} : { label: props.copyLabel }
  return (
    <div className={styles.block}>
      <pre className={styles.text}>{props.text}</pre>
      <CopyButton text={props.text} {...label} />
    </div>
  )
}
