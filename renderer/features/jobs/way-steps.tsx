import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { StepPreview } from '../../../shared/model/plan-preview.ts'
import { useSession } from '../../api/use-api.ts'
import { useTranslator } from '../../language/translator.tsx'
import { PlanStep } from '../../plan/plan-steps.tsx'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalM },
  step: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
})

/** The steps that finishing a job would take, with their commands. */
export function StepsAhead(props: { readonly steps: readonly StepPreview[] }) {
  const { t } = useTranslator()
  const { shell } = useSession()
  const { steps } = props
  if (steps.length === 0) return <Text>{t('window.jobs.ways.resume-none')}</Text>
  return (
    <Folded head={t('window.jobs.ways.steps-ahead', { count: steps.length })}>
      {steps.map((step, index) => (
        <PlanStep key={step.id} step={step} number={index + 1} shell={shell} />
      ))}
    </Folded>
  )
}

/** The steps that would be taken back, in that order. */
export function StepsBack(props: { readonly steps: readonly Pick<StepPreview, 'id' | 'title' | 'undo'>[] }) {
  const styles = useStyles()
  const { t, text } = useTranslator()
  const { steps } = props
  if (steps.length === 0) return <Text>{t('window.jobs.ways.undo-none')}</Text>
  return (
    <Folded head={t('window.jobs.ways.steps-back', { count: steps.length })}>
      {steps.map(({ id, title, undo }, index) => (
        <li key={id} className={styles.step}>
          <Text>{t('window.plan.step-number', { number: index + 1, title: text(title) })}</Text>
          {undo === 'inverse' ? null : (
            <Badge appearance="tint" color={undo === 'nothing' ? 'informative' : 'warning'}>
              {t(`window.jobs.ways.${undo === 'nothing' ? 'nothing-to-undo' : 'may-be-past'}`)}
            </Badge>
          )}
        </li>
      ))}
    </Folded>
  )
}

function Folded(props: { readonly head: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <Accordion collapsible>
      <AccordionItem value="steps">
        <AccordionHeader as="h4">{props.head}</AccordionHeader>
        <AccordionPanel>
          <ol className={styles.list}>{props.children}</ol>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  )
}
