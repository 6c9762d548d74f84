import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './server/*/tables/!(*.test).ts',
  out: './schema/migrations',
});
