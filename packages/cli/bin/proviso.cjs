#!/usr/bin/env node
'use strict';

try {
  require('../dist/boot.cjs');
} catch (error) {
  if (error?.code !== 'MODULE_NOT_FOUND') throw error;
  process.stderr.write(
    'error: Proviso is not built yet.\n  Run `npm run build` in the folder of the repository.\n' +
      '错误：Proviso 尚未构建。\n  请在代码库文件夹中运行 `npm run build`。\n',
  );
  process.exitCode = 1;
}
