-- Features are known by a number that follows from their name (StoryFeatures.NumberOf), so that an article's are compared without their names and take a third of the room. number: 64 bits;
-- recent: numbers of the articles that hold the feature, newest last, packed (HolderList.cs), bounded; holders: how many there are in all. The functions are the program's (FormerFeatures.cs).
ALTER TABLE feature RENAME TO former_feature;
CREATE TABLE feature (
  number  INTEGER PRIMARY KEY,
  holders INTEGER NOT NULL,
  recent  BLOB NOT NULL
);
INSERT OR IGNORE INTO feature SELECT sanad_feature_number(name), holders, sanad_feature_holders(recent) FROM former_feature ORDER BY 1;
DROP TABLE former_feature;
UPDATE article SET features = sanad_features(features);
