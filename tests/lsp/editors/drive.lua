-- Opens a post as a person would, chooses what can be done about the first finding, and saves.
-- WANTED is how that begins, REASON what is answered when a reason is asked for.
local function await(what, condition)
  if not vim.wait(60000, condition, 50) then
    io.stderr:write("nothing came of: " .. what .. "\n")
    vim.cmd("cquit 1")
  end
end

local function found()
  return vim.diagnostic.get(0)
end

vim.ui.select = function(items, options, choose)
  local format = options.format_item or tostring
  local chosen
  for number, item in ipairs(items) do
    io.stdout:write("offered: " .. format(item) .. "\n")
    if vim.startswith(format(item), vim.env.WANTED) then
      chosen = chosen or number
    end
  end
  choose(items[chosen], chosen)
end

vim.ui.input = function(options, answer)
  io.stdout:write("asked: " .. options.prompt .. "\n")
  answer(vim.env.REASON)
end

await("a finding", function() return #found() == 1 end)
local first = found()[1]
io.stdout:write(("found: %d:%d %s %s\n"):format(first.lnum + 1, first.col + 1, first.source, first.message))
vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
vim.lsp.buf.code_action()
await("a change", function() return vim.bo.modified or #found() == 0 end)
vim.cmd("write")
await("a clean text", function() return #found() == 0 end)
io.stdout:write("saved\n")
vim.cmd("qall")
