/** Another SQLite than the program's: loaded before it, by what the environment says of it. */
import Database from 'better-sqlite3';

const { OTHER_VERSION, OTHER_DURABILITY } = process.env;
const { prepare, pragma } = Database.prototype;
Database.prototype.prepare = function (sql) {
  return prepare.call(this, OTHER_VERSION ? sql.replace('sqlite_version()', `'${OTHER_VERSION}'`) : sql);
};
Database.prototype.pragma = function (words, ...more) {
  const isOther = OTHER_DURABILITY && words === 'synchronous = FULL';
  return pragma.call(this, isOther ? `synchronous = ${OTHER_DURABILITY}` : words, ...more);
};
