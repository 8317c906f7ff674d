import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components'
import {
  ArrowClockwiseRegular,
  MoreHorizontalRegular,
  PlayRegular,
  RecordStopRegular,
} from '@fluentui/react-icons'
import { type ReactElement, useState } from 'react'
import { useLocation } from 'wouter'
import { type Action, allowedActions } from '../../shared/model/actions.ts'
import type { InstanceView } from '../../shared/model/live-state.ts'
import { type Failure, toFailure } from '../api/failure.ts'
import { useApi } from '../api/use-api.ts'
import { FailureDialog } from '../components/failure-dialog.tsx'
import { useTranslator } from '../language/translator.tsx'
import { useLive } from '../stores/live-store.ts'
import { type ActionWay, wayOf } from './action-requests.ts'
import { PlanDialog } from './plan-dialog.tsx'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
})

const buttons: Partial<Record<Action, ReactElement>> = {
  start: <PlayRegular />,
  stop: <RecordStopRegular />,
  restart: <ArrowClockwiseRegular />,
}

/** Where there is little room these two stay at hand, without words. */
const atHand: ReadonlySet<Action> = new Set(['start', 'stop'])

/** What may be done with an instance now: start, stop and restart as buttons, the rest in a menu. */
export function InstanceActions(props: { readonly instance: InstanceView; readonly compact?: boolean }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const { name } = props.instance
  const { choose, dialogs } = useActions(name)
  const focusReturns = useRestoreFocusTarget()
  const superseded = props.instance.entry.supersededBy !== null
  const allowed = allowedActions(props.instance, { superseded })
  const isCompact = props.compact === true
  const isButton = (action: Action): boolean =>
    isCompact ? atHand.has(action) : buttons[action] !== undefined
  // Until the job that it is about has ended, nothing else would be let near it.
  const isBusy = useLive(({ live }) =>
    (live?.jobs ?? []).some(({ state, instances }) => state === 'running' && instances.includes(name)),
  )
  const inMenu = allowed.filter((action) => !isButton(action))
  return (
    <div className={styles.row}>
      {allowed.filter(isButton).map((action) => (
        <Button
          key={action}
          size="small"
          icon={buttons[action] ?? null}
          appearance={isCompact ? 'subtle' : 'secondary'}
          disabledFocusable={isBusy}
          onClick={() => choose(action)}
          {...focusReturns}
          {...(isCompact ? labels(`${t(`window.plan.actions.${action}`)}: ${name}`) : {})}
        >
          {isCompact ? null : t(`window.plan.actions.${action}`)}
        </Button>
      ))}
      {inMenu.length === 0 ? null : (
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button
              size="small"
              appearance="subtle"
              icon={<MoreHorizontalRegular />}
              {...focusReturns}
              aria-label={t('window.plan.actions-of', { name })}
            />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {inMenu.map((action) => (
                <MenuItem key={action} onClick={() => choose(action)}>
                  {t(`window.plan.actions.${action}`)}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
      {dialogs}
    </div>
  )
}

const labels = (label: string): { readonly title: string; readonly 'aria-label': string } => ({
  title: label,
  'aria-label': label,
})

type Doing = Extract<ActionWay, { kind: 'operation' }>

/** Carries actions out: at once where nothing needs agreement, else by a dialog or a page. */
export function useActions(name: string): {
  readonly choose: (action: Action) => void
  readonly dialogs: ReactElement | null
} {
  const { t } = useTranslator()
  const api = useApi()
  const [, navigate] = useLocation()
  const [asking, setAsking] = useState<{ readonly about: string; readonly way: Doing } | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)

  const doNow = async (way: Doing): Promise<void> => {
    try {
      const answer = await api.operations.doNow({ operation: way.operation, params: way.params })
      if (answer.kind === 'plan' || answer.kind === 'refused' || answer.kind === 'changed-world')
        setAsking({ about: name, way })
    } catch (error) {
      setFailure(toFailure(error))
    }
  }
  const choose = (action: Action): void => {
    const way = wayOf(action, name)
    if (way.kind === 'page') navigate(way.path)
    else void doNow(way)
  }
  const asked = asking === null ? '' : t(`window.plan.actions.${asking.way.operation as Action}`)
  const dialogs =
    failure !== null ? (
      <FailureDialog failure={failure} onClose={() => setFailure(null)} />
    ) : asking !== null ? (
      <PlanDialog
        title={`${asked} · ${asking.about}`}
        request={asking.way}
        runLabel={asked}
        onClose={() => setAsking(null)}
      />
    ) : null
  return { choose, dialogs }
}
