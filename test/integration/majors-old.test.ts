import { describeMajors } from '../helpers/describe-majors.ts'

/** With recovery.conf (10 and 11), and the first ones without it. */
describeMajors([10, 11, 12, 13], 28_000)
