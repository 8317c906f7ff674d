import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
import { ServerRegular } from '@fluentui/react-icons'
import type { FoundServer } from '../../../shared/model/readings.ts'
import { useDiscovery } from '../../api/use-discovery.ts'
import { FailureMessage } from '../../components/failure-message.tsx'
import { LinkButton } from '../../components/link-button.tsx'
import { useTranslator } from '../../language/translator.tsx'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalM },
  server: { display: 'grid', gap: tokens.spacingVerticalXXS, justifyItems: 'start', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

/** More than these are offered by the page behind the button. */
const MOST = 4

/** What was installed to be used comes first. */
const rank: Readonly<Record<FoundServer['source'], number>> = { service: 0, debian: 1, process: 2, folder: 3 }

/** Servers of this machine that are not looked after yet, by name; and the way to any other. */
export function FoundServers() {
  const styles = useStyles()
  const { t } = useTranslator()
  const { value, failure, loading, reload } = useDiscovery()
  return (
    <>
      {failure !== undefined ? (
        <FailureMessage failure={failure} onRetry={reload} />
      ) : value?.length === 0 && !loading ? (
        <Text className={styles.quiet}>{t('window.home.first.own-none')}</Text>
      ) : value === undefined || value.length === 0 ? null : (
        <ul className={styles.list}>
          {value
            .toSorted((a, b) => rank[a.source] - rank[b.source])
            .slice(0, MOST)
            .map((server) => (
              <Found key={server.dataDir} server={server} />
            ))}
        </ul>
      )}
      {loading ? <Spinner size="tiny" label={t('window.home.first.own-looking')} /> : null}
      <span>
        <LinkButton href="/do/adopt" appearance="subtle">
          {value !== undefined && value.length > MOST
            ? t('window.home.first.own-more', { count: value.length - MOST })
            : t('window.home.first.own-another')}
        </LinkButton>
      </span>
    </>
  )
}

function Found(props: { readonly server: FoundServer }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const { label, version, port, running, source, dataDir } = props.server
  const state = !running
    ? t('window.home.first.own-stopped')
    : port === null
      ? t('window.home.first.own-running-somewhere')
      : t('window.home.first.own-running', { port: String(port) })
  const facts = [
    t(`window.home.sources.${source}`),
    ...(version === null ? [] : [t('window.home.first.own-version', { version })]),
    state,
  ]
  return (
    <li className={styles.server}>
      <LinkButton href={`/do/adopt?${new URLSearchParams({ dataDir }).toString()}`} icon={<ServerRegular />}>
        {t('window.home.first.own-use', { label })}
      </LinkButton>
      <Text size={200} className={styles.quiet}>
        {facts.join(' · ')}
      </Text>
      <Text size={200} className={styles.quiet}>
        {dataDir}
      </Text>
    </li>
  )
}
