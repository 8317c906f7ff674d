import { Card, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components'
import { type ReactNode, useRef, useState } from 'react'
import { sayProblem } from '../../../../shared/i18n/say-problem.ts'
import type { WindowTranslator } from '../../../../shared/i18n/window/translate.ts'
import type { PlanPreview } from '../../../../shared/model/plan-preview.ts'
import { Page } from '../../../components/page.tsx'
import { sayRefusal } from '../../../language/say-failure.ts'
import { useTranslator } from '../../../language/translator.tsx'
import { PlanFlow } from '../../../plan/plan-flow.tsx'
import { type PlanRequest, type PlanState, refusalOf } from '../../../plan/use-plan.ts'
import type { Refusal } from './field-of-refusal.ts'

const useStyles = makeStyles({
  intro: { maxWidth: '72ch' },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(220px, 2fr)',
    alignItems: 'start',
    gap: tokens.spacingHorizontalL,
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  single: { gridTemplateColumns: 'minmax(0, 1fr)' },
  left: { display: 'grid', gap: tokens.spacingVerticalL, minWidth: 0 },
  card: { padding: tokens.spacingHorizontalXL, rowGap: tokens.spacingVerticalL },
  aside: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalS}`,
    color: tokens.colorNeutralForeground2,
  },
  heading: { ...typographyStyles.subtitle2, margin: 0, ':focus': { outlineStyle: 'none' } },
})

/** What a form may show at its fields while the plan is worked out anew behind it. */
export interface FormChecks<Field extends string> {
  /** For a Fluent `Field`: the refusal that concerns this field, in words; nothing when it is well. */
  readonly at: (field: Field) => {
    readonly validationState?: 'error'
    readonly validationMessage?: string
  }
  /** The plan with the present parameters; null while there is none. */
  readonly preview: PlanPreview | null
  readonly refusal: Refusal | null
  /** The field that it is shown at. */
  readonly refused: Field | null
}

export interface WizardProps<Field extends string> {
  readonly title: string
  /** One paragraph: what it does. */
  readonly intro: string
  /** What is to be done with what the form holds now; null: it cannot be asked yet. */
  readonly request: PlanRequest
  readonly runLabel: string
  /** The field that a refusal is shown at; null: it is shown above the plan. */
  readonly fieldOf: (refusal: Refusal) => Field | null
  /** What a field says of a refusal, where this wizard knows better; null: the refusal's own sentences. */
  readonly say?: (refusal: Refusal) => string | null
  /** The form; it is put away while the plan runs and after. Null: there is nothing to ask. */
  readonly children: ((checks: FormChecks<Field>) => ReactNode) | null
  /** Beside the form: how it works, in a few paragraphs. */
  readonly explanation?: readonly string[]
  /** Agreement by typing this name. */
  readonly typeName?: string
  readonly unfolded?: boolean
  /** The plan is worked out anew when this changes: for what the parameters do not show, such as a stored password. */
  readonly occasion?: number
  readonly onStarted?: () => void
  /** What was done was taken back, and the form is there again. */
  readonly onBack?: () => void
  /** What has come of it, and where to go from here: `NextSteps`. */
  readonly result: ReactNode
}

/** What all wizards share: title, what it does, questions, plan, progress, result. */
export function Wizard<Field extends string>(props: WizardProps<Field>) {
  const styles = useStyles()
  const translator = useTranslator()
  const { t } = translator
  const [state, setState] = useState<PlanState>({ kind: 'planning', last: null })
  const [running, setRunning] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const refusal = refusalOf(state)
  const refusedField = refusal === null ? null : props.fieldOf(refusal)
  const answer = state.kind === 'answered' ? state.answer : state.kind === 'planning' ? state.last : null
  const checks: FormChecks<Field> = {
    at: (field) => {
      if (refusal === null || field !== refusedField) return {}
      return {
        validationState: 'error',
        validationMessage: props.say?.(refusal) ?? sayAtField(refusal, translator),
      }
    },
    preview: answer?.kind === 'plan' ? answer.preview : null,
    refusal,
    refused: refusedField,
  }
  const explained = !running && props.explanation !== undefined
  return (
    <Page title={props.title}>
      <Text className={styles.intro}>{props.intro}</Text>
      <div className={explained ? styles.columns : `${styles.columns} ${styles.single}`}>
        <div className={styles.left}>
          {running || props.children === null ? null : (
            <Card className={styles.card}>{props.children(checks)}</Card>
          )}
          <Card className={styles.card}>
            <h2 ref={heading} tabIndex={-1} className={styles.heading}>
              {t(running ? 'window.wizards.at-work' : 'window.wizards.what-happens')}
            </h2>
            {refusedField === null ? null : <Text>{t('window.wizards.correct-first')}</Text>}
            <PlanFlow
              request={props.request}
              runLabel={props.runLabel}
              hideRefusalOf={(shown) => props.fieldOf(shown) !== null}
              onState={setState}
              onStarted={() => {
                setRunning(true)
                // The button that was pressed is gone.
                heading.current?.focus()
                props.onStarted?.()
              }}
              onBack={() => {
                setRunning(false)
                props.onBack?.()
              }}
              {...(props.occasion === undefined ? {} : { occasion: props.occasion })}
              whenDone={() => props.result}
              {...(props.typeName === undefined ? {} : { typeName: props.typeName })}
              {...(props.unfolded === undefined ? {} : { unfolded: props.unfolded })}
            />
          </Card>
        </div>
        {explained ? (
          <aside className={styles.aside} aria-label={t('window.wizards.explanation')}>
            {props.explanation?.map((paragraph) => (
              <Text key={paragraph}>{paragraph}</Text>
            ))}
          </aside>
        ) : null}
      </div>
    </Page>
  )
}

/** At a field the parameter need not be named: what is wrong with it is enough. */
function sayAtField({ code, params }: Refusal, translator: WindowTranslator): string {
  if (code === 'invalid-parameter') return sayProblem(String(params['problem'] ?? ''), translator)
  const { message, hint } = sayRefusal(code, params, translator)
  return `${message} ${hint}`
}
