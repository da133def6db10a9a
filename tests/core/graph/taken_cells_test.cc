#include "core/graph/taken_cells.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

TEST(TakenCells, CountWhatABoxSharesWithThoseTaken) {
  TakenCells cells({100, 50, 200, 80});
  EXPECT_EQ(cells.CountIn({100, 50, 200, 80}), 0);
  cells.Take({140, 70, 7, 7});
  EXPECT_EQ(cells.CountIn({140, 70, 7, 7}), 4);
  EXPECT_EQ(cells.CountIn({144, 60, 40, 40}), 2);
  EXPECT_EQ(cells.CountIn({152, 70, 7, 7}), 0);
}

TEST(TakenCells, BesideTheAreaLiesItsEdge) {
  TakenCells cells({0, 0, 40, 40});
  cells.Take({-30, 10, 10, 1});
  EXPECT_EQ(cells.CountIn({0, 10, 1, 1}), 1);
  EXPECT_EQ(cells.CountIn({900, 900, 10, 10}), 0);
  EXPECT_EQ(TakenCells({0, 0, 0, 0}).CountIn({0, 0, 10, 10}), 0);
}

}  // namespace
}  // namespace demarche
