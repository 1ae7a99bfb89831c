import type { InputErrorCode } from '@proviso/logic';
import type { Said } from './problem.ts';

/** Stable codes of problems. */
export type ProblemCode =
  | InputErrorCode
  | 'bad_request'
  | 'malformed_json'
  | 'two_values'
  | 'too_many_digits'
  | 'too_deep'
  | 'wrong_member'
  | 'wrong_parameter'
  | 'not_found'
  | 'method_not_allowed'
  | 'unknown_rulebook'
  | 'unknown_decision'
  | 'unknown_upload'
  | 'upload_in_use'
  | 'unknown_screening'
  | 'screening_failed'
  | 'not_done'
  | 'unsupported_media_type'
  | 'unsupported_encoding'
  | 'too_large'
  | 'not_authenticated'
  | 'not_allowed'
  | 'cross_origin'
  | 'unknown_host'
  | 'too_many_requests'
  | 'too_slow'
  | 'key_reused'
  | 'wrong_key'
  | 'rulebook_gone'
  | 'rulebook_errors'
  | 'examples_fail'
  | 'wrong_rulebook'
  | 'too_complex'
  | 'shipped_rulebook'
  | 'changed_meanwhile'
  | 'cannot_save'
  | 'no_room'
  | 'cannot_read'
  | 'stopping'
  | 'not_ready'
  | 'internal';

/** What each code is called. */
export const TITLES: Readonly<Record<ProblemCode, Said>> = {
  unknown_fact: { en: 'Unknown fact', zh: '未知的事实' },
  wrong_value: { en: 'Wrong value', zh: '值不正确' },
  unknown_reading: { en: 'Unknown reading', zh: '未知的解释问题' },
  unknown_alternative: { en: 'Unknown alternative', zh: '未知的选项' },
  wrong_date: { en: 'Wrong date', zh: '日期不正确' },
  contradiction: { en: 'The facts contradict each other', zh: '事实相互矛盾' },
  bad_request: { en: 'Bad request', zh: '请求有误' },
  malformed_json: { en: 'Not JSON', zh: '不是合法的 JSON' },
  two_values: { en: 'Two values for one name', zh: '同一名称有两个值' },
  too_many_digits: { en: 'A number has too many digits', zh: '数字位数过多' },
  too_deep: { en: 'Nested too deeply', zh: '嵌套层数过多' },
  wrong_member: { en: 'Wrong member in the body', zh: '请求正文的成员有误' },
  wrong_parameter: { en: 'Wrong parameter', zh: '参数有误' },
  not_found: { en: 'Not found', zh: '未找到' },
  method_not_allowed: { en: 'Method not allowed', zh: '不接受该方法' },
  unknown_rulebook: { en: 'Unknown rulebook', zh: '未知的规则书' },
  unknown_decision: { en: 'Unknown decision', zh: '未知的判断记录' },
  unknown_upload: { en: 'Unknown upload', zh: '未知的上传文件' },
  upload_in_use: { en: 'The file is in use', zh: '文件正在使用' },
  unknown_screening: { en: 'Unknown screening', zh: '未知的批量判断' },
  screening_failed: { en: 'The file cannot be screened', zh: '无法批量判断该文件' },
  not_done: { en: 'Not done yet', zh: '尚未完成' },
  unsupported_media_type: { en: 'Unsupported media type', zh: '不支持的媒体类型' },
  unsupported_encoding: { en: 'Unsupported content encoding', zh: '不支持的内容编码' },
  too_large: { en: 'Too large', zh: '内容过大' },
  not_authenticated: { en: 'A token is needed', zh: '需要令牌' },
  not_allowed: { en: 'Not allowed', zh: '没有权限' },
  cross_origin: { en: 'Request from another site', zh: '来自其他网站的请求' },
  unknown_host: { en: 'Unknown host name', zh: '未知的主机名' },
  too_many_requests: { en: 'Too many requests', zh: '请求过多' },
  too_slow: { en: 'The request came too slowly', zh: '请求传输过慢' },
  key_reused: { en: 'Idempotency key used before', zh: '幂等键已被使用' },
  wrong_key: { en: 'Wrong idempotency key', zh: '幂等键有误' },
  rulebook_gone: { en: 'This version of the rulebook is not here', zh: '找不到该版本的规则书' },
  rulebook_errors: { en: 'The rulebook has errors', zh: '规则书有错误' },
  examples_fail: { en: 'Examples do not come out as they say', zh: '示例与结论不符' },
  wrong_rulebook: { en: 'Not a rulebook of this id', zh: '不是该标识的规则书' },
  too_complex: { en: 'The rulebook is too complex', zh: '规则书过于复杂' },
  shipped_rulebook: { en: 'The rulebook comes with the service', zh: '规则书随服务提供' },
  changed_meanwhile: { en: 'Another version is served now', zh: '目前提供的是另一版本' },
  cannot_save: { en: 'Decisions cannot be saved now', zh: '目前无法保存判断' },
  cannot_read: { en: 'Saved decisions cannot be read now', zh: '目前无法读取已保存的判断' },
  no_room: { en: 'No room on the disk', zh: '磁盘空间不足' },
  stopping: { en: 'The service is stopping', zh: '服务正在停止' },
  not_ready: { en: 'The service is not ready', zh: '服务尚未就绪' },
  internal: { en: 'Fault in Proviso', zh: 'Proviso 内部出错' },
};
