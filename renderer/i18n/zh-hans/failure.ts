const kept = '库里的内容没有改动。'

/** Each failure in words: what happened, that nothing was lost, what to do. */
export const failure = {
  'invalid-input': { what: '这次操作的内容有误，没有执行', kept, todo: '请检查填写的内容，再试一次。' },
  'unknown-sender': { what: '请求不是来自剪报的窗口，已拒绝', kept, todo: '请关闭窗口后重新打开。' },
  internal: {
    what: '剪报遇到了意料之外的问题',
    kept: '已保存的内容都还在。',
    todo: '请再试一次；若仍然出现，请重新启动剪报。',
  },
  'nothing-to-clip': { what: '剪贴板里没有可以剪存的文字', kept, todo: '请在网页中全选并复制，再回来粘贴。' },
  'too-large': { what: '内容太大，没有剪存', kept, todo: '请分成几部分粘贴，或者保存为文件再打开。' },
  'too-long-for-chronology': {
    what: '这个列表太长，排不出大事记',
    kept,
    todo: '请缩小范围，或者少收几篇到专题里，再试一次。',
  },
  'unsupported-file': {
    what: '暂不支持这种文件',
    kept: '原文件没有改动。',
    todo: '请复制其中的文字粘贴，或者另存为文本文件。',
  },
  'unreadable-file': {
    what: '文件无法读取',
    kept: '原文件没有改动。',
    todo: '请确认文件没有损坏，并且有读取权限。',
  },
  'not-found': {
    what: '找不到这一项，可能已经在别处删除',
    kept: '删除的内容可以撤销找回。',
    todo: '请按撤销，或者返回列表重新选择。',
  },
  'name-taken': { what: '这个名称已经有了', kept, todo: '请换一个名称。' },
  'invalid-name': { what: '这个名称不能用', kept, todo: '名称不能为空，也不能超过 200 个字。' },
  'invalid-date': {
    what: '这个日期读不懂，没有保存',
    kept,
    todo: '请写成 2025-07-19、2025-07 或 2025 这样的形式。',
  },
  'invalid-query': {
    what: '这条搜索读不懂，没有保存',
    kept,
    todo: '请先改好搜索框下方指出的地方，再保存。',
  },
  'nothing-to-undo': { what: '没有可以撤销或重做的操作', kept, todo: '' },
  'disk-full': {
    what: '磁盘空间不足，这次没有保存',
    kept: '之前保存的内容都还在。',
    todo: '请腾出一些空间，再试一次。',
  },
  'read-only': {
    what: '剪报库现在只能读取，这次没有保存',
    kept: '已保存的内容都可以照常阅读和导出。',
    todo: '请检查磁盘，然后重新启动剪报。',
  },
  'write-failed': {
    what: '没能写入磁盘，这次没有保存',
    kept: '之前保存的内容都还在。',
    todo: '请检查磁盘，然后重新启动剪报。',
  },
  'read-failed': {
    what: '没能从磁盘读出剪报库的一个文件',
    kept: '没有改动任何内容。',
    todo: '请确认磁盘已接好、文件夹有读取权限，再试一次。',
  },
  'library-locked': {
    what: '剪报库正被另一个程序使用',
    kept: '库里的内容没有改动。',
    todo: '请关闭另一个剪报窗口，再试一次。',
  },
  'library-newer': {
    what: '这个剪报库由更新版本的剪报写成',
    kept: '库里的内容没有改动。',
    todo: '请更新剪报后再打开。',
  },
  'library-damaged': {
    what: '剪报库中有文件损坏，没有打开',
    kept: '没有改动任何文件，原件仍在库的文件夹中。',
    todo: '请修复它，被替换的文件都会留存；也可以打开它的一份备份。',
  },
  'library-missing': {
    what: '现在这个位置没有剪报库',
    kept: '没有改动任何内容，也没有在那里另建新库。',
    todo: '请接上它所在的磁盘后再试，或打开另一个剪报库。',
  },
  'library-busy': {
    what: '剪报库正在移动、修复或打开',
    kept: '已保存的内容都还在。',
    todo: '请等它完成后再试。',
  },
  'not-a-library': {
    what: '这个文件夹不是剪报库',
    kept: '没有改动其中任何内容。',
    todo: '请选择含有 library.json 文件的文件夹。',
  },
  'folder-not-empty': {
    what: '这个文件夹里已经有内容',
    kept: '没有改动其中任何内容。',
    todo: '请换一个名称或文件夹。',
  },
  cancelled: { what: '已取消', kept, todo: '' },
  'too-many-windows': {
    what: '已经打开了二十个窗口',
    kept: '各窗口中的内容保持不变。',
    todo: '请先关闭一个不需要的窗口，再打开新的。',
  },
  'export-failed': {
    what: '导出没有完成',
    kept: '剪报库没有受到影响。',
    todo: '请换一个位置或格式，再试一次。',
  },
  'out-of-memory': {
    what: '这项任务需要的内存超出限度，已经停止',
    kept: '已保存的内容都还在。',
    todo: '请减少一次处理的剪报，或者换一份小一些的文件。',
  },
  'timed-out': {
    what: '这项任务迟迟没有结束，已经停止',
    kept: '已保存的内容都还在。',
    todo: '请再试一次；如果仍然停止，请减少剪报，或者换一份小一些的文件。',
  },
  'nothing-to-export': { what: '没有可以导出的剪报', kept, todo: '请先选择几篇，或者换一个专题、标签。' },
  'template-failed': { what: '模板没有写成', kept, todo: '请打开模板改正，或者换一个模板。' },
  'export-edited': {
    what: '有些文件在导出之后被手工改过',
    kept: '没有改动文件夹里的任何内容。',
    todo: '请再导出一次，说明怎样处理它们。',
  },
} as const
