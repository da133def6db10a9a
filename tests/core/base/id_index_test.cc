#include "core/base/id_index.h"

#include <gtest/gtest.h>

#include <string>

namespace demarche {
namespace {

struct Thing {
  std::string id;
};

TEST(IdIndexTest, IsEmptyAtFirst) {
  EXPECT_EQ(IdIndex().Find(std::vector<Thing>(), "a"), IdIndex::kAbsent);
}

TEST(IdIndexTest, FindsEachOfMany) {
  std::vector<Thing> things;
  IdIndex ids;
  for (uint32_t i = 0; i < 5000; ++i) {
    things.push_back({"thing-" + std::to_string(i * 7)});
    ids.Add(things, i);
  }
  for (uint32_t i = 0; i < 5000; ++i) EXPECT_EQ(ids.Find(things, things[i].id), i);
  EXPECT_EQ(ids.Find(things, "thing-1"), IdIndex::kAbsent);
  EXPECT_EQ(ids.Find(things, ""), IdIndex::kAbsent);
}

TEST(IdIndexTest, KeepsTheFirstOfTwo) {
  const std::vector<Thing> things = {{"a"}, {"b"}, {"a"}};
  IdIndex ids;
  EXPECT_TRUE(ids.Add(things, 0));
  EXPECT_TRUE(ids.Add(things, 1));
  EXPECT_FALSE(ids.Add(things, 2));
  EXPECT_EQ(ids.Find(things, "a"), 0u);
}

TEST(IdIndexTest, TellsIdsApartThatBeginAlike) {
  const std::vector<Thing> things = {{std::string("a\0b", 3)}, {"a"}, {std::string("a\0", 2)}};
  IdIndex ids;
  for (uint32_t i = 0; i < 3; ++i) ids.Add(things, i);
  for (uint32_t i = 0; i < 3; ++i) EXPECT_EQ(ids.Find(things, things[i].id), i);
}

}  // namespace
}  // namespace demarche
