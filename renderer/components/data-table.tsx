import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  frame: {
    overflow: 'auto',
    maxHeight: '60vh',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: {
    borderCollapse: 'collapse',
    width: 'max-content',
    minWidth: '100%',
    fontSize: tokens.fontSizeBase300,
  },
  /** Narrower, words would be cut to single letters: the frame scrolls. */
  fitting: { width: '100%', minWidth: '44rem' },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    textAlign: 'left',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    verticalAlign: 'baseline',
    // Long values widen their column up to here; the frame scrolls.
    overflowWrap: 'break-word',
    maxWidth: '32em',
  },
  rowHead: {
    position: 'sticky',
    left: 0,
    textAlign: 'left',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightRegular,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, whiteSpace: 'pre-wrap' },
})

/** Rows under column heads, in a frame that scrolls by itself and by keyboard. */
export function DataTable(props: {
  readonly label: string
  readonly columns: readonly ReactNode[]
  readonly rows: readonly (readonly ReactNode[])[]
  /** The cells are a server's own text. */
  readonly code?: boolean
  /** The first cell of each row names it, and stays when the others scroll sideways. */
  readonly rowHeads?: boolean
  /** As wide as its frame: long values are broken, so that the last column is seen. */
  readonly fits?: boolean
}) {
  const styles = useStyles()
  const cell = mergeClasses(styles.cell, props.code === true && styles.code)
  return (
    <div role="region" aria-label={props.label} tabIndex={0} className={styles.frame}>
      <table className={mergeClasses(styles.table, props.fits === true && styles.fitting)}>
        <thead>
          <tr>
            {props.columns.map((column, index) => (
              <th key={index} scope="col" className={styles.head}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((content, column) =>
                column === 0 && props.rowHeads === true ? (
                  <th key={column} scope="row" className={mergeClasses(cell, styles.rowHead)}>
                    {content}
                  </th>
                ) : (
                  <td key={column} className={cell}>
                    {content}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
