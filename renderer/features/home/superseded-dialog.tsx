import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { allowedActions } from '../../../shared/model/actions.ts'
import { DialogFrame } from '../../components/dialog-frame.tsx'
import { LinkButton } from '../../components/link-button.tsx'
import { useTranslator } from '../../language/translator.tsx'
import { useActions } from '../../plan/instance-actions.tsx'
import { PlanDialog } from '../../plan/plan-dialog.tsx'
import { useInstance, useInstances } from '../../stores/live-store.ts'

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** What has become of a primary in whose place another was promoted, and the two things that can be done with it. */
export function SupersededDialog(props: { readonly name: string; readonly onClose: () => void }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const { name, onClose } = props
  const view = useInstance(name)
  const { choose, dialogs } = useActions(name)
  const successor = view?.entry.supersededBy ?? ''
  const isThere = useInstances().some((other) => other.name === successor)
  const [making, setMaking] = useState(false)
  const again = t('window.home.superseded.again', { successor })
  const canStart = view !== undefined && allowedActions(view, { superseded: true }).includes('start')
  return (
    <DialogFrame title={t('window.home.superseded.title', { name, successor })} onClose={onClose}>
      <Text>
        {t('window.home.superseded.what', { name, successor })} {t('window.home.superseded.start-all')}
      </Text>
      <Subtitle2 as="h3">{t('window.home.superseded.look')}</Subtitle2>
      <Text>{t('window.home.superseded.look-more')}</Text>
      <div className={styles.buttons}>
        <Button disabled={!canStart} onClick={() => choose('start')}>
          {t('window.home.superseded.look-do')}
        </Button>
      </div>
      <Subtitle2 as="h3">{again}</Subtitle2>
      <Text>{t('window.home.superseded.again-more', { name, successor })}</Text>
      {isThere ? null : <Text>{t('window.home.superseded.successor-gone', { successor })}</Text>}
      <div className={styles.buttons}>
        <Button disabled={!isThere} onClick={() => setMaking(true)}>
          {t('window.home.superseded.again-do')}
        </Button>
        <LinkButton href={`/do/remove/${name}`}>{t('window.home.superseded.remove', { name })}</LinkButton>
      </div>
      {dialogs}
      {making ? (
        <PlanDialog
          title={again}
          request={{ operation: 'reclone', params: { name, from: successor } }}
          runLabel={again}
          onClose={() => setMaking(false)}
        />
      ) : null}
    </DialogFrame>
  )
}
