import { Badge } from '@fluentui/react-components'
import {
  CheckmarkCircleFilled,
  CircleRegular,
  ClockRegular,
  DismissCircleFilled,
  QuestionCircleRegular,
} from '@fluentui/react-icons'
import type { ComponentProps } from 'react'
import type { InstanceState } from '../../shared/model/instance-status.ts'
import { useTranslator } from '../language/translator.tsx'

const looks: Readonly<Record<InstanceState, Pick<ComponentProps<typeof Badge>, 'color' | 'icon'>>> = {
  running: { color: 'success', icon: <CheckmarkCircleFilled /> },
  stopped: { color: 'informative', icon: <CircleRegular /> },
  starting: { color: 'brand', icon: <ClockRegular /> },
  stopping: { color: 'brand', icon: <ClockRegular /> },
  crashed: { color: 'danger', icon: <DismissCircleFilled /> },
  unreachable: { color: 'warning', icon: <QuestionCircleRegular /> },
  missing: { color: 'danger', icon: <QuestionCircleRegular /> },
}

/** What an instance does now: by word, icon and colour. */
export function StateBadge(props: { readonly state: InstanceState }) {
  const { t } = useTranslator()
  return (
    <Badge appearance="tint" {...looks[props.state]}>
      {t(`window.app.states.${props.state}`)}
    </Badge>
  )
}
