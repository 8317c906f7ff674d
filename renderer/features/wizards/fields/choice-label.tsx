import { makeStyles, Text, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  title: { color: tokens.colorNeutralForeground1 },
  hint: { display: 'block', color: tokens.colorNeutralForeground3 },
})

/** The label of a radio button or checkbox, with a sentence on what choosing it means. */
export function ChoiceLabel(props: { readonly title: string; readonly hint: string }) {
  const styles = useStyles()
  return (
    <>
      <Text className={styles.title}>{props.title}</Text>
      <Text size={200} className={styles.hint}>
        {props.hint}
      </Text>
    </>
  )
}
