// Stands in for @vscode/spdlog, whose native part is not built: without it every output channel stays empty.
// VS Code imports these exports by name, which needs `exports.x = ...`.
const { mkdirSync, openSync, writeSync } = require('node:fs');
const { dirname } = require('node:path');

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
const off = levels.length;

class Logger {
  constructor(_kind, _name, path) {
    mkdirSync(dirname(path), { recursive: true });
    this.file = openSync(path, 'a');
    this.level = levels.indexOf('info');
    this.bare = false;
  }
  write(level, message) {
    if (level < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    writeSync(this.file, this.bare ? message : `${time} [${levels[level]}] ${message}\n`);
  }
  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  clearFormatters() {
    this.bare = true;
  }
  setPattern() {
    this.bare = false;
  }
  flush() {}
  drop() {
    this.level = off;
  }
}
levels.forEach((name, level) => {
  Logger.prototype[name === 'warning' ? 'warn' : name] = function (message) {
    this.write(level, message);
  };
});

const createLogger = async (name, path) => new Logger('rotating', name, path);

exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
