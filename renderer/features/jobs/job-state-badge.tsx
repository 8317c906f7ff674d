import { Badge } from '@fluentui/react-components'
import {
  ArrowUndoRegular,
  CheckmarkCircleFilled,
  ClockRegular,
  DismissCircleFilled,
  DocumentErrorRegular,
  WarningFilled,
} from '@fluentui/react-icons'
import type { ComponentProps } from 'react'
import type { JobState } from '../../../shared/model/job.ts'
import { useTranslator } from '../../language/translator.tsx'

const looks: Readonly<Record<JobState, Pick<ComponentProps<typeof Badge>, 'color' | 'icon'>>> = {
  running: { color: 'brand', icon: <ClockRegular /> },
  done: { color: 'success', icon: <CheckmarkCircleFilled /> },
  undone: { color: 'informative', icon: <ArrowUndoRegular /> },
  interrupted: { color: 'warning', icon: <WarningFilled /> },
  failed: { color: 'danger', icon: <DismissCircleFilled /> },
}

/** How a job stands: by word, icon and colour. */
export function JobStateBadge(props: { readonly state: JobState; readonly damaged?: boolean }) {
  const { t } = useTranslator()
  return props.damaged === true ? (
    <Badge appearance="tint" color="danger" icon={<DocumentErrorRegular />}>
      {t('window.jobs.damaged')}
    </Badge>
  ) : (
    <Badge appearance="tint" {...looks[props.state]}>
      {t(`window.jobs.states.${props.state}`)}
    </Badge>
  )
}
