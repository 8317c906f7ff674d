import { Badge, makeStyles, mergeClasses, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { HelpTip } from '../../../components/help-tip.tsx'
import { formatBytes } from '../../../language/format.ts'
import { useTranslator } from '../../../language/translator.tsx'
import type { Station, StationId } from './stations.ts'

const narrow = '@media (max-width: 900px)'
const DOT = '20px'

const useStyles = makeStyles({
  way: { display: 'grid', gap: tokens.spacingVerticalM, minWidth: 0 },
  line: {
    display: 'grid',
    gridTemplateColumns: 'repeat(5, minmax(0, 1fr))',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  station: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    paddingTop: '28px',
    paddingRight: tokens.spacingHorizontalM,
    [narrow]: { padding: `0 0 ${tokens.spacingVerticalL} 36px` },
  },
  rail: {
    position: 'absolute',
    top: '8px',
    left: DOT,
    right: 0,
    borderTop: `4px solid ${tokens.colorBrandStroke1}`,
    [narrow]: {
      top: DOT,
      bottom: 0,
      left: '8px',
      right: 'auto',
      borderTop: 'none',
      borderLeft: `4px solid ${tokens.colorBrandStroke1}`,
    },
  },
  waiting: {
    borderTopStyle: 'dotted',
    borderTopColor: tokens.colorPaletteDarkOrangeForeground1,
    [narrow]: { borderLeftStyle: 'dotted', borderLeftColor: tokens.colorPaletteDarkOrangeForeground1 },
  },
  unknown: {
    borderTopStyle: 'dashed',
    borderTopColor: tokens.colorNeutralStroke1,
    [narrow]: { borderLeftStyle: 'dashed', borderLeftColor: tokens.colorNeutralStroke1 },
  },
  dot: {
    position: 'absolute',
    top: 0,
    left: 0,
    width: DOT,
    height: DOT,
    borderRadius: tokens.borderRadiusCircular,
    display: 'grid',
    placeItems: 'center',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  dotUnknown: { backgroundColor: tokens.colorNeutralBackground5, color: tokens.colorNeutralForeground2 },
  lsn: { fontFamily: tokens.fontFamilyMonospace },
  distance: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  where: { color: tokens.colorNeutralForeground3 },
  badge: { alignSelf: 'flex-start', height: 'auto' },
})

const strong = { weight: 'semibold' } as const

/** One way as five stations on a line: what WAL is past each, and how much has still to come by. */
export function WalWayPicture(props: {
  readonly upstream: string
  readonly standby: string
  readonly stations: readonly Station[]
  /** Where a commit is answered; null: at once. */
  readonly commitAt: StationId | null
}) {
  const styles = useStyles()
  const { t } = useTranslator()
  const { upstream, standby, stations } = props
  const title = t('window.replication.way.of', { upstream, standby })
  return (
    <div className={styles.way}>
      <Subtitle2 as="h3">{title}</Subtitle2>
      <ol className={styles.line} aria-label={title}>
        {stations.map((station, index) => (
          <StationView
            key={station.id}
            station={station}
            number={index + 1}
            next={stations[index + 1] ?? null}
            place={index < 2 ? upstream : standby}
            isCommitStation={props.commitAt === station.id}
          />
        ))}
      </ol>
    </div>
  )
}

function StationView(props: {
  readonly station: Station
  readonly number: number
  readonly next: Station | null
  readonly place: string
  readonly isCommitStation: boolean
}) {
  const styles = useStyles()
  const { t, language } = useTranslator()
  const { station, next } = props
  const { id, lsn, behindBytes, stepBytes } = station
  const look = next === null ? null : railLook(next.stepBytes)
  return (
    <li className={styles.station}>
      <span className={mergeClasses(styles.dot, lsn === null && styles.dotUnknown)} aria-hidden>
        {props.number}
      </span>
      {look === null ? null : (
        <span
          className={mergeClasses(styles.rail, look === 'flowing' ? undefined : styles[look])}
          aria-hidden
        />
      )}
      <HelpTip
        term={t(`window.replication.way.stations.${id}`)}
        label={strong}
        explanation={t(`window.replication.way.explained.${id}`)}
      />
      <Text size={200} className={styles.where}>
        {t('window.replication.way.on', { name: props.place })}
      </Text>
      <Text className={styles.lsn}>{lsn ?? t('window.app.unknown')}</Text>
      {id === 'written' || behindBytes === null ? null : (
        <Text size={200} className={styles.distance}>
          {behindBytes === 0
            ? t('window.replication.way.up-to-date')
            : t('window.replication.way.behind', { bytes: formatBytes(behindBytes, language) })}
        </Text>
      )}
      {stepBytes === null || stepBytes === 0 || stepBytes === behindBytes ? null : (
        <Text size={200} className={styles.distance}>
          {t('window.replication.way.step', { bytes: formatBytes(stepBytes, language) })}
        </Text>
      )}
      {props.isCommitStation ? (
        <Badge appearance="tint" shape="rounded" className={styles.badge}>
          {t('window.replication.way.commit-here')}
        </Badge>
      ) : null}
    </li>
  )
}

const railLook = (stepBytes: number | null): 'flowing' | 'waiting' | 'unknown' =>
  stepBytes === null ? 'unknown' : stepBytes === 0 ? 'flowing' : 'waiting'
