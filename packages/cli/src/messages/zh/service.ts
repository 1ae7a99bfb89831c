import type { ServiceMessages } from '../service.ts';

const TROUBLES: Readonly<Record<string, readonly [what: string, next: string]>> = {
  not_a_record: ['这不是结论的记录。', '请提供 GET /v1/decisions/{id} 返回的内容。'],
  unknown_format: ['不认识该记录的格式版本。', '请使用写出它的版本或更新的版本。'],
  rulebook_not_found: [
    '没有该记录所依据的规则书版本。',
    '请提供附有规则书的记录，或用 --rulebooks 指明存有该版本的文件夹。',
  ],
  log_damaged: ['保存结论的日志已损坏。', '请从备份恢复。'],
  log_busy: ['数据文件夹正被另一个进程使用。', '请停止该进程，或用 --data 另选文件夹。'],
  log_failed: ['无法写入保存结论的日志。', '请检查磁盘空间和权限。'],
  database_address: [
    '这不是 PostgreSQL 数据库的地址。',
    '请写成 postgresql://用户@主机:5432/库名；其中提到的证书文件必须存在。',
  ],
  database_unreachable: ['无法连接数据库。', '请检查地址、用户和密码，以及数据库是否在运行。'],
  database_busy: ['数据库中的结论正被另一个进程使用。', '请停止该进程，或另选数据库或 schema。'],
  database_newer: ['数据库中的结论由更新的版本写入。', '请使用该版本或更新的版本。'],
  database_unfit: ['结论无法保存在该数据库中。', '请按原因更正，或另选数据库。'],
};

/** Codes whose cause only the server can tell, in its own words. */
const TOLD_BY_SERVER: ReadonlySet<string> = new Set(['database_unreachable', 'database_busy', 'database_unfit']);

/** The service in Chinese. */
export const service: ServiceMessages = {
  open: (address) => `请打开 ${address}`,
  data: (folder) => `保存的结论在 ${folder}`,
  database: (database, folder) => `保存的结论在 ${database}，批量判断在 ${folder}`,
  unseen: (folder) => `此前保存的结论在 ${folder}；本服务看不到它们。`,
  rulebooks: (ids) => `规则书：${ids.join('、')}`,
  noWeb: '网页应用尚未构建：只有 API 可用。',
  howToStop: '按 Ctrl-C 停止。',
  stopped: '已停止。',
  repaired: (file) => `上次运行在写入记录时中断；中断的部分保存在 ${file}。已确认的内容没有丢失。`,
  wrongPort: (given) => ({ what: `\`${given}\` 不是端口。`, next: '端口为 0 至 65535 的数字。' }),
  wrongHours: (given) => ({ what: `\`${given}\` 不是小时数。`, next: '请给出 1 至 8760 的整数。' }),
  noRecords: { what: '没有要重放的记录。', next: '请给出文件：proviso replay decision.json' },
  notJson: (file) => ({ what: `\`${file}\` 不是 JSON。`, next: '请提供 GET /v1/decisions/{id} 返回的内容。' }),
  same: (file, verdict) => `${file}：结论逐字节相同（${verdict}）。`,
  different: (file) => `${file}：不相同。`,
  recorded: '记录为',
  now: '现在为',
  trouble: ({ code, message, zh }) => {
    if (zh !== undefined) return { what: `${zh.message}。`, next: `${zh.hint}。` };
    const [what, next] = TROUBLES[code] ?? [message, undefined];
    return { what: TOLD_BY_SERVER.has(code) ? `${what.slice(0, -1)}（${message}）。` : what, next };
  },
};
