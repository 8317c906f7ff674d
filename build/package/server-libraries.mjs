// The libraries of others that lie beside the bundled PostgreSQL, by the names of their files.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** `copyright` and `terms` (a text in resources/licences) where the terms want to be told with every copy. */
const libraries = [
  {
    file: /^(lib)?icu/,
    name: 'ICU',
    licence: 'Unicode-3.0 (ICU)',
    from: 'https://icu.unicode.org',
    copyright: 'Copyright 1991-2025 Unicode, Inc., and IBM',
    terms: 'mit',
  },
  {
    file: /^lib(crypto|ssl)-3/,
    name: 'OpenSSL 3',
    licence: 'Apache-2.0',
    from: 'https://www.openssl.org',
    copyright: 'Copyright 1998-2026 The OpenSSL Project Authors',
    terms: 'apache-2.0',
  },
  {
    file: /^lib(crypto|ssl)\.(so\.|)(1|3)/,
    name: 'OpenSSL',
    licence: 'OpenSSL (1.1), Apache-2.0 (3)',
    from: 'https://www.openssl.org/source/license-openssl-ssleay.txt',
    copyright:
      'Copyright 1998-2026 The OpenSSL Project. This product includes software developed by the OpenSSL Project for use in the' +
      ' OpenSSL Toolkit (http://www.openssl.org/), and cryptographic software written by Eric Young (eay@cryptsoft.com)',
    terms: 'apache-2.0',
  },
  {
    file: /^libxml2\b/,
    name: 'libxml2',
    licence: 'MIT',
    from: 'https://gitlab.gnome.org/GNOME/libxml2',
    copyright: 'Copyright 1998-2025 Daniel Veillard and others',
    terms: 'mit',
  },
  {
    file: /^libxslt\b/,
    name: 'libxslt',
    licence: 'MIT',
    from: 'https://gitlab.gnome.org/GNOME/libxslt',
    copyright: 'Copyright 2001-2025 Daniel Veillard, Thomas Broyer, Charlie Bozeman and others',
    terms: 'mit',
  },
  {
    file: /^(libz|zlib1)\./,
    name: 'zlib',
    licence: 'Zlib',
    from: 'https://zlib.net',
    copyright: 'Copyright 1995-2026 Jean-loup Gailly and Mark Adler',
    terms: 'zlib',
  },
  {
    file: /^liblz4\b/,
    name: 'LZ4',
    licence: 'BSD-2-Clause',
    from: 'https://lz4.org',
    copyright: 'Copyright 2011-2023 Yann Collet',
    terms: 'bsd-2-clause',
  },
  {
    file: /^libzstd\b/,
    name: 'Zstandard',
    licence: 'BSD-3-Clause',
    from: 'https://facebook.github.io/zstd',
    copyright: 'Copyright Meta Platforms, Inc. and affiliates',
    terms: 'bsd-3-clause',
  },
  {
    file: /^(msvcp|vcruntime)140/,
    name: 'Microsoft Visual C++ Runtime',
    licence: 'Microsoft Software License Terms (redistributable, unchanged)',
    from: 'https://visualstudio.microsoft.com/license-terms/vs2022-cruntime',
    copyright: 'Copyright Microsoft Corporation. All rights reserved.',
  },
  { file: /^liblzma\b/, name: 'XZ Utils (liblzma)', licence: '0BSD', from: 'https://tukaani.org/xz' },
  {
    file: /^libcurl\b/,
    name: 'curl',
    licence: 'curl',
    from: 'https://curl.se',
    copyright: 'Copyright 1996-2026 Daniel Stenberg and many contributors',
    terms: 'curl',
  },
  {
    file: /^libiconv\b/,
    name: 'GNU libiconv',
    licence: 'LGPL-2.1-or-later',
    from: 'https://www.gnu.org/software/libiconv',
    copyright: 'Copyright Free Software Foundation, Inc.',
    terms: 'lgpl-2.1',
  },
  {
    file: /^libintl\b/,
    name: 'GNU gettext (libintl)',
    licence: 'LGPL-2.1-or-later',
    from: 'https://www.gnu.org/software/gettext',
    copyright: 'Copyright Free Software Foundation, Inc.',
    terms: 'lgpl-2.1',
  },
  {
    file: /^lib(ossp-)?uuid\b/,
    name: 'UUID library',
    licence: 'OSSP-UUID or BSD-3-Clause',
    from: 'http://www.ossp.org/pkg/lib/uuid',
    copyright: 'Copyright 2004-2008 Ralf S. Engelschall and The OSSP Project',
    terms: 'bsd-3-clause',
  },
  {
    file: /^libwinpthread\b/,
    name: 'winpthreads',
    licence: 'MIT',
    from: 'https://www.mingw-w64.org',
    copyright: 'Copyright 2011 mingw-w64 project',
    terms: 'mit',
  },
  {
    file: /^libedit\b/,
    name: 'libedit',
    licence: 'BSD-3-Clause',
    from: 'https://thrysoee.dk/editline',
    copyright: 'Copyright 1992-1993 The Regents of the University of California',
    terms: 'bsd-3-clause',
  },
  {
    file: /^lib(com_err|gssapi_krb5|k5crypto|krb5|krb5support)\b/,
    name: 'MIT Kerberos',
    licence: 'MIT (Kerberos)',
    from: 'https://web.mit.edu/kerberos/krb5-latest/doc/mitK5license.html',
    copyright: 'Copyright 1985-2026 the Massachusetts Institute of Technology',
    terms: 'mit',
  },
]

/** PostgreSQL's own. */
const own = /^lib(pq|pq-oauth-\d+|ecpg|ecpg_compat|pgtypes)\b/

const isLibrary = (name) => /\.dll$|\.dylib$|\.so(\.|$)/.test(name)

/** Those in the staged PostgreSQL. Throws where one is not known: its licence has to be looked up. */
export function serverLibraries(postgres) {
  const folders = ['bin', 'lib']
    .map((part) => join(postgres, 'native', part))
    .filter((folder) => existsSync(folder))
  // On Windows `lib` holds PostgreSQL's own modules, which have no version and no `lib` before their names.
  const files = folders.flatMap((folder) =>
    readdirSync(folder).filter(
      (name) => isLibrary(name) && (folder.endsWith('bin') || name.startsWith('lib')),
    ),
  )
  const foreign = files.filter((name) => !own.test(name) && !/^libpqwalreceiver\b/.test(name))
  const unknown = foreign.filter((name) => !libraries.some(({ file }) => file.test(name)))
  if (unknown.length > 0)
    throw new Error(`build/package/server-libraries.mjs does not know the licence of ${unknown.join(', ')}`)
  return libraries.filter(({ file }) => foreign.some((name) => file.test(name)))
}
