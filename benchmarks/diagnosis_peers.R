# The R peers on the records of diagnosis_peers.py: which cells each names or mends, and its seconds.
# Usage: Rscript diagnosis_peers.R PRINTS.csv OUT_DIRECTORY
suppressPackageStartupMessages({
  library(validate)
  library(errorlocate)
  library(deductive)
  library(rspa)
})

given <- commandArgs(trailingOnly = TRUE)
records <- read.csv(given[1])
out <- given[2]
rules <- validator(
  x + m == t, x - m == b, f + u + o == m,
  x >= 0, m >= 0, t >= 0, f >= 0, u >= 0, o >= 0
)

timed <- function(name, work) {
  seconds <- system.time(result <- work())[["elapsed"]]
  write.csv(result, file.path(out, paste0(name, ".csv")), row.names = FALSE)
  writeLines(format(seconds), file.path(out, paste0(name, ".seconds")))
}

# TRUE where the package says that the cell is wrong.
timed("errorlocate", function() as.data.frame(values(locate_errors(records, rules))))
# Numbers after each package has mended or adjusted them.
timed("deductive", function() correct_typos(records, rules))
timed("rspa", function() match_restrictions(records, rules))
