import { defineConfig } from 'rolldown';

/** Apart: what only a hall that is set up needs, its tables of Chinese sounds, and only somebody who sets a password, the common ones. */
const PACKAGES = [
  { name: 'sounds', test: /node_modules[\\/]pinyin-pro/ },
  { name: 'passwords', test: /node_modules[\\/]@zxcvbn-ts/ },
  { name: 'packages', test: /node_modules/ },
];

/**
 * What `npm start`, `npm run demo` and the bench run, as few files: linked one by one, the server's modules take a second and 150 MB more.
 * What the server reads at run time it finds from server/root.ts.
 */
export default defineConfig({
  input: {
    main: 'server/main.ts',
    demo: 'server/demo/main.ts',
    'moved-hall': 'server/demo/moved-hall.ts',
    // Beside the others, where server/keep/checks.ts and server/reads/heavy-reads.ts look for them.
    'check-process': 'server/keep/check-process.ts',
    'read-process': 'server/reads/read-process.ts',
  },
  platform: 'node',
  // It finds its binary from its own folder.
  external: ['better-sqlite3'],
  output: {
    dir: 'dist/server',
    cleanDir: true,
    sourcemap: true,
    codeSplitting: { groups: PACKAGES },
  },
  plugins: [
    {
      name: 'maps-of-our-own-files-only',
      // Node reads a file's map with the file: that of the packages would cost 0.2 s and 90 MB at every start.
      generateBundle(_, files) {
        for (const [path, file] of Object.entries(files)) {
          if (file.type !== 'chunk' || !PACKAGES.some(({ name }) => name === file.name)) continue;
          delete files[`${path}.map`];
          file.code = file.code.replace(/\n\/\/# sourceMappingURL=\S+\s*$/, '\n');
        }
      },
    },
  ],
});
