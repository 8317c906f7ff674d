import { makeStaticStyles } from '@fluentui/react-components'

/** What a browser would otherwise put around the page and its headings. */
export const useGround = makeStaticStyles({ body: { margin: 0 }, 'h1, h2, h3, h4': { margin: 0 } })
