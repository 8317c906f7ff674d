import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { ConfProblem } from '../../../../shared/model/readings.ts'
import { useTranslator } from '../../../language/translator.tsx'

/** Lines that the server would not understand. */
export function ConfProblems(props: { readonly problems: readonly ConfProblem[] }) {
  const { t } = useTranslator()
  return props.problems.map(({ kind, file, line, text }) => (
    <MessageBar key={`${file}:${line}`} intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          {t(`window.instance.configuration.problems.${kind}`, { file, line })}
        </MessageBarTitle>{' '}
        <code>{text}</code>
      </MessageBarBody>
    </MessageBar>
  ))
}
