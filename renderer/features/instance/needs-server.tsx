import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { InstanceState } from '../../../shared/model/instance-status.ts'
import type { InstanceView } from '../../../shared/model/live-state.ts'
import { useTranslator } from '../../language/translator.tsx'
import type { Tab } from './tabs.ts'

/** The group of sentences that fits: what there is of a server that is down, closed to us, or gone. */
const reason = (state: InstanceState): 'needs-server' | 'closed-server' | 'gone-server' =>
  state === 'missing' ? 'gone-server' : state === 'unreachable' ? 'closed-server' : 'needs-server'

/** Why something of a tab is not there: the server does not run or lets nobody ask. Nothing while it runs. */
export function NeedsServer(props: { readonly instance: InstanceView; readonly tab: Tab }) {
  const { t } = useTranslator()
  const { name, state, dataDir } = props.instance
  if (state === 'running') return null
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          {t(`window.instance.not-running.${state}`, { name, folder: dataDir })}
        </MessageBarTitle>{' '}
        {t(`window.instance.${reason(state)}.${props.tab}`)}
      </MessageBarBody>
    </MessageBar>
  )
}
