import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled, CircleRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { SectionCard } from '../../../components/section-card.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { type StepId, stepIds } from './use-ticks.ts'

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(22em, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalM,
  },
  step: { display: 'grid', gridTemplateColumns: '24px minmax(0, 1fr)', gap: tokens.spacingHorizontalS },
  icon: { fontSize: '20px', color: tokens.colorNeutralForeground3 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  body: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    justifyItems: 'start',
    alignContent: 'start',
  },
  about: { color: tokens.colorNeutralForeground2 },
})

/** What to try, one after the other, each ticked once it was done. */
export function Guide(props: {
  readonly done: ReadonlySet<StepId>
  readonly names: { readonly primary: string; readonly standby: string }
  /** Its buttons, and what came of them. */
  readonly bodies: Readonly<Record<StepId, ReactNode>>
}) {
  const styles = useStyles()
  const { t } = useTranslator()
  return (
    <SectionCard
      title={t('window.playground.guide.title')}
      actions={
        <Text>{t('window.playground.guide.progress', { done: props.done.size, all: stepIds.length })}</Text>
      }
    >
      <ol className={styles.list}>
        {stepIds.map((step, index) => {
          const isDone = props.done.has(step)
          const Icon = isDone ? CheckmarkCircleFilled : CircleRegular
          return (
            <li key={step} className={styles.step}>
              <Icon
                className={mergeClasses(styles.icon, isDone && styles.done)}
                aria-label={t(isDone ? 'window.playground.guide.done' : 'window.playground.guide.to-do')}
              />
              <div className={styles.body}>
                <Text weight="semibold">
                  {t('window.playground.guide.numbered', {
                    number: index + 1,
                    what: t(`window.playground.guide.steps.${step}`, props.names),
                  })}
                </Text>
                <Text className={styles.about}>
                  {t(`window.playground.guide.about.${step}`, props.names)}
                </Text>
                {props.bodies[step]}
              </div>
            </li>
          )
        })}
      </ol>
    </SectionCard>
  )
}
