import { makeStyles, mergeClasses, Spinner, Text, tokens } from '@fluentui/react-components'
import type { InstanceView } from '../../../../shared/model/live-state.ts'
import { useReading } from '../../../api/use-reading.ts'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { SectionCard } from '../../../components/section-card.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { NeedsServer } from '../needs-server.tsx'
import { useTicking } from '../use-ticking.ts'
import { buildProcessTree, type ProcessNode } from './process-tree.ts'

const EVERY_MS = 3000

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  below: {
    marginLeft: tokens.spacingHorizontalM,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
  },
  one: { padding: `${tokens.spacingVerticalXS} 0` },
  head: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, alignItems: 'baseline' },
  pid: { fontFamily: tokens.fontFamilyMonospace, color: tokens.colorNeutralForeground2 },
  title: {
    fontFamily: tokens.fontFamilyMonospace,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  explanation: { display: 'block', color: tokens.colorNeutralForeground2, maxWidth: '90ch' },
})

/** The processes of a server as a tree, each with what it is for; looked at again every few seconds. */
export function ProcessesTab(props: { readonly instance: InstanceView }) {
  const { t } = useTranslator()
  const { instance } = props
  const { value, failure, reload } = useReading(
    `processes ${instance.name} ${instance.pid ?? ''}`,
    (api, signal) => api.instances.processes({ name: instance.name }, { signal }),
  )
  useTicking(EVERY_MS, reload)
  return (
    <>
      <NeedsServer instance={instance} tab="processes" />
      {failure === undefined ? null : <FailureMessage failure={failure} onRetry={reload} />}
      {value === undefined ? (
        failure === undefined ? (
          <Spinner label={t('window.app.loading')} />
        ) : null
      ) : value.length === 0 && instance.state !== 'running' ? null : (
        <SectionCard title={t('window.instance.processes.title', { count: value.length })}>
          <Text>{t('window.instance.processes.about')}</Text>
          {value.length === 0 ? <Text>{t('window.instance.processes.none')}</Text> : null}
          <Nodes nodes={buildProcessTree(value)} top />
        </SectionCard>
      )}
    </>
  )
}

function Nodes(props: { readonly nodes: readonly ProcessNode[]; readonly top?: boolean }) {
  const styles = useStyles()
  const { t } = useTranslator()
  if (props.nodes.length === 0) return null
  return (
    <ul className={props.top === true ? styles.list : mergeClasses(styles.list, styles.below)}>
      {props.nodes.map(({ process: { pid, role, title }, children }) => (
        <li key={pid}>
          <div className={styles.one}>
            <span className={styles.head}>
              <Text weight="semibold">{t(`window.instance.processes.roles.${role}.name`)}</Text>
              <Text size={200} className={styles.pid}>
                {t('window.instance.processes.pid', { pid })}
              </Text>
              <Text size={200} className={styles.title}>
                {title}
              </Text>
            </span>
            <Text size={200} className={styles.explanation}>
              {t(`window.instance.processes.roles.${role}.does`)}
            </Text>
          </div>
          <Nodes nodes={children} />
        </li>
      ))}
    </ul>
  )
}
