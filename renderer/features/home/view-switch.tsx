import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components'
import { DiagramRegular, TextBulletListRegular } from '@fluentui/react-icons'
import { useTranslator } from '../../language/translator.tsx'
import { type View, views } from './use-view.ts'

const icons = { picture: <DiagramRegular />, list: <TextBulletListRegular /> } as const

const useStyles = makeStyles({ group: { display: 'flex', gap: tokens.spacingHorizontalXS } })

/** Picture or list. */
export function ViewSwitch(props: { readonly view: View; readonly onChoose: (view: View) => void }) {
  const styles = useStyles()
  const { t } = useTranslator()
  return (
    <div role="group" aria-label={t('window.home.view.label')} className={styles.group}>
      {views.map((view) => (
        <ToggleButton
          key={view}
          appearance="subtle"
          icon={icons[view]}
          checked={view === props.view}
          onClick={() => props.onChoose(view)}
        >
          {t(`window.home.view.${view}`)}
        </ToggleButton>
      ))}
    </div>
  )
}
