/** pg_hba.conf as initdb makes it from pg_hba.conf.sample with one method for all. Source: initdb.c, setup_config(). */
export const initialHba = (sample: string, auth: string): string =>
  sample
    .replaceAll('@remove-line-for-nolocal@', '')
    .replaceAll('@authcomment@', '')
    .replaceAll(/@authmethod(?:local|host)@/g, auth)
    .replaceAll('@default_username@', 'postgres')
