import type { noticeLabels as enLabels, notices as en } from '../en/notices';

export const notices: typeof en = {
  address: '链接里写着 {detail}，本页不认识，已改用默认值。',
  'address-genre': '链接里的类型“{detail}”在这份数据里没有。请另选一个。',
  'address-movies': '链接支持集里有 {detail} 部电影不在这份数据里，或者标签不合适，已略去。',
  'address-movie': '链接选中的电影 {detail} 在这份数据里没有。',
  'address-checkpoint':
    '链接指向某次训练的第 {detail} 步，而这个浏览器里没有那次训练。现在显示的是当前的参数；用同一个种子训练，会再次走到那一步。',
  'support-full': '支持集最多放 64 部电影。先移走一部再添加。',
  'data-missing': '有一个数据文件读不到（{detail}）。请检查网络后再试；你做的都还在。',
  'own-elsewhere':
    '这个链接指向某人自己的数据（{detail}），它只保存在导入它的那个浏览器里，从未发往别处。请在那里打开链接，或在这里导入同样的文件：同样的数据有同样的名字。',
  'data-broken': '有一个数据文件损坏了（{detail}）。请重新加载；如果仍然如此，请重新准备数据。',
  'no-backend':
    '这个浏览器没有可用来计算的东西（{detail}）。有 WebAssembly 就够了：请换一个较新的浏览器，或者允许本页使用它。',
  'on-cpu':
    '模型在这里用纯 JavaScript 计算（{detail}）。什么都能用，只是慢一些；带 WebAssembly 的新浏览器会更快。',
  'worker-died': '模型的工作线程停了，没有恢复（{detail}）。你的支持集还在，请再试一次。',
  'worker-respawned': '模型的工作线程停了，已重新启动。你做的什么都没丢。',
  'worker-failed': '模型的工作线程无法启动（{detail}）。请重新加载；你的支持集在链接里。',
  timeout: '模型太久没有回答，已重新启动（{detail}）。',
  'backend-switched': '训练换到了更快的后端：{detail}。',
  'other-arithmetic':
    '这次训练当初用的运算方式与这里不同（{detail}）。可以接着训练，但曲线不会逐位相同。',
  'device-lost': '图形设备丢失了。模型改用另一个后端继续。',
  'out-of-memory':
    '模型的内存用完了，已从最后的快照重新启动。请关掉别的标签页，或减少每步的任务数。',
  'step-differs':
    '训练的快速路径与普通路径结果不同（{detail}），训练改走普通路径。请报告这个问题。',
  'helper-lost': '协助训练的一个核心丢失了（{detail}）。训练改用一个核心继续，曲线不变。',
  'training-failed': '训练停下了：{detail}。最后的快照还在；按播放从那里继续。',
  'device-error': '图形设备报告了错误：{detail}。如果结果不对劲，请换一个后端。',
  'not-a-number': '训练停下了：有个值不再是数。最后一个好的检查点还在；请先调低学习率再继续。',
  'bad-request': '模型做不到：{detail}。',
  autosave: '你在这里做的没法保存在这个浏览器里（{detail}）。离开前请在“保存的运行”里导出。',
  resumed: '页面和你离开时一样。',
  'autosave-back': '找回了你的训练：{detail} 步。按“重来”可重新开始。',
  'autosave-elsewhere':
    '另一个标签页也开着本页，并保存那里的内容。关闭它之前，你在这里做的只有存为“保存的运行”才会保留。',
  'autosave-here': '另一个标签页已关闭：你在这里做的又会自动保存了。',
  'autosave-aside': '另一个标签页训练好的模型，现在在“保存的运行”里。',
  'autosave-broken': '浏览器里保存的内容读不出来（{detail}），已放到一边。本页用自带的模型开始。',
  internal: '模型里出了错：{detail}。请再试一次；你做的都还在。',
  'offline-ready': '本页已存到这台机器上，没有网络也能用。',
  'update-ready': '本页有了新版本。关闭页面再打开，就会换成新版本。',
  copied: '链接已复制，里面有类型、支持集、模型，以及你固定的内容。',
  'report-copied': '报告已复制。',
  'report-not-copied': '浏览器不允许复制。报告已展开并选中，请手动复制。',
  'copy-failed': '浏览器不允许复制。地址栏里是同样的链接。',
};

export const noticeLabels: typeof enLabels = {
  region: '消息',
  unknown: '{detail}',
  afresh: '重新开始',
  bundled: '打开自带的数据',
  catalogue: '电影没能加载。',
  model: '模型没能启动。',
  stopped: '模型不再作答。',
};
