import type { header as en } from '../en/header';

export const header: typeof en = {
  settings: '设定',
  genre: '类型',
  newcomer: '新访客',
  share: '分享',
  shareHelp: '复制链接，内容是你现在看到的',
  theme: (next) => (next === 'system' ? '跟随系统配色' : next === 'dark' ? '换成深色' : '换成浅色'),
  offline: '可离线使用',
  language: '语言',
  backend: {
    starting: '模型加载中',
    restarting: '模型正在重启',
    failed: '模型没能启动',
    edit: (ms) => `每次编辑 ${ms}`,
    training: (rate) => `训练 ${rate} 步/秒`,
    help: '模型在什么上面计算。每个能启动的后端都与 CPU 的梯度核对并计时，最快的来作答。',
    chosen: (name, reason) => `${name}：${reason}`,
    trains: (name) => `训练在 ${name} 上进行。`,
    relaxed: '它的内核是宽松 SIMD 模块：乘和加是一条指令，只舍入一次。',
    simd: '它的内核是普通 SIMD 模块：这个浏览器或处理器不能用一条指令完成乘加。',
    ok: (ms) => `通过，每步 ${ms}`,
    passed: '通过',
    failedCheck: '未使用',
  },
};
